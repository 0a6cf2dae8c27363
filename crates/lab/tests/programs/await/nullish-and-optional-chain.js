// An await after ?? or inside ?.() happens only if the left side calls for it.
async function f(label, o) {
  o?.go(await label);
  console.log(label, 'done');
}
f('with', { go: v => console.log('go', v) });
f('without', null);
(async () => { const v = 0 ?? await 1; console.log('nullish', v); })();
console.log('sync');
