// Calling throw while delegating raises the error in the inner async generator.
async function* inner() { try { yield 1; } catch (e) { console.log('inner caught', e); yield 'after'; } }
async function* outer() { yield* inner(); }
const it = outer();
it.next().then(() => it.throw('E')).then(r => console.log(r.value));
