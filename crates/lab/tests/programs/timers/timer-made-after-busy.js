// A timer made after a long computation waits behind one that became due during it.
setTimeout(() => console.log('was due'), 20);
busy(80);
setTimeout(() => console.log('made later'), 50);
console.log('sync');
