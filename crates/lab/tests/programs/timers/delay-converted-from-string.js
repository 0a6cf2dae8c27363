// A delay given as text or as an object is converted to a number at the call.
setTimeout(() => console.log('later'), '90');
setTimeout(() => console.log('sooner'), { valueOf() { console.log('converted'); return 10; } });
console.log('sync');
