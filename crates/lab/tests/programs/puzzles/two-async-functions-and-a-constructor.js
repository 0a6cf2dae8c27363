// An async function that calls another, a timer and a promise constructor are put in their known order.
async function one() { console.log('one begins'); await two(); console.log('one ends'); }
async function two() { console.log('two'); }
setTimeout(() => console.log('timer'), 0);
one();
new Promise(r => { console.log('executor'); r(); console.log('executor ends'); }).then(() => console.log('then 1')).then(() => console.log('then 2'));
console.log('script ends');
