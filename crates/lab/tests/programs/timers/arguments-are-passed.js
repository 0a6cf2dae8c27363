// Arguments after the delay are handed to the callback, and their values are those at the time of the call.
let x = 'old';
setTimeout((a, b, ...rest) => console.log(a, b, rest.length), 10, x, 'b', 3, 4);
x = 'new';
setTimeout(function () { console.log('none', arguments.length); }, 10);
