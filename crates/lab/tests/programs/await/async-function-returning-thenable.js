// An async function that returns a thenable has that thenable's then called in a later job.
async function inner() {
  return { then(ok) { console.log('then called'); ok('from thenable'); } };
}
inner().then(v => console.log(v));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
console.log('sync');
