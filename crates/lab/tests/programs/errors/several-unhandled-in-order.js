// Several unhandled rejections of one turn are announced in the order of rejecting.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason); });
let no;
new Promise((_, r) => { no = r; });
Promise.reject('second made, first rejected');
no('first made, second rejected');
(async () => { await null; throw 'third'; })();
