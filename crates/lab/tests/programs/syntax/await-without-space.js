// An await needs no space before a parenthesis, a bracket or a template.
const later = (value) => Promise.resolve(value);
console.log(await(later(1)));
console.log((await[later(2)])[0] instanceof Promise);
console.log(await`three`);
(async () => { console.log(await(async () => await(later(4)))()) })();
