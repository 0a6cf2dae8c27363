// Two listeners on nested elements run on a scripted click before any of their microtasks and timers.
const outer = document.createElement('div'), inner = document.createElement('div');
outer.append(inner); document.body.append(outer);
function onClick(e) {
  const at = e.currentTarget === inner ? 'inner' : 'outer';
  console.log('click', at);
  setTimeout(() => console.log('timer', at), 0);
  Promise.resolve().then(() => console.log('reaction', at));
}
inner.addEventListener('click', onClick);
outer.addEventListener('click', onClick);
inner.click();
console.log('script over');
