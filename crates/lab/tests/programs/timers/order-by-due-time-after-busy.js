// When several timers are overdue they run in the order in which they were due.
setTimeout(() => console.log('due at 90'), 90);
setTimeout(() => console.log('due at 40'), 40);
busy(150);
console.log('busy over');
