// An object with both kinds of iterator is read by its async one in for await.
const both = { *[Symbol.iterator]() { yield 'sync'; }, async *[Symbol.asyncIterator]() { yield 'async'; } };
(async () => { for await (const v of both) console.log('for await', v); for (const v of both) console.log('for of', v); })();
console.log('end');
