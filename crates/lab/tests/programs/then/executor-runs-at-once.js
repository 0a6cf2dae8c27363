// The executor of a promise runs synchronously and its reactions do not.
console.log('1');
new Promise(r => { console.log('2 executor'); r(); console.log('3 after resolve'); }).then(() => console.log('5 reaction'));
console.log('4');
