// The ids of timers are positive numbers, and no two of them are alike.
const a = setTimeout(() => {}, 0), b = setInterval(() => {}, 1000), c = setTimeout(() => {}, 0);
console.log(typeof a, a > 0 && b > 0 && c > 0, a !== b && b !== c && a !== c);
clearInterval(b);
