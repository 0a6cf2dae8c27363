// A timer calls a plain function with the global object as this, and an arrow keeps its own.
const o = { tag: 'object', plain() { setTimeout(function () { console.log(this === globalThis); }, 10); }, arrow() { setTimeout(() => console.log(this.tag), 10); } };
o.plain();
o.arrow();
