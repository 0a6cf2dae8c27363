// An event goes down by the capturing listeners, reaches its target, and goes up by the bubbling ones.
const outer = document.createElement('div'), inner = document.createElement('button');
outer.append(inner); document.body.append(outer);
for (const [n, el] of [['body', document.body], ['outer', outer], ['inner', inner]]) {
  el.addEventListener('click', e => console.log(n, 'bubble', e.eventPhase));
  el.addEventListener('click', e => console.log(n, 'capture', e.eventPhase), true);
}
inner.click();
