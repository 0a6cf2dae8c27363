// A function that has a then method is a thenable too.
function f() {}
f.then = function (ok) { console.log('this is f', this === f); ok('from function'); };
Promise.resolve(f).then(v => console.log(v));
console.log('sync');
