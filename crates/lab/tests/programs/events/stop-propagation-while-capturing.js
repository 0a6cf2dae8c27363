// An event stopped by a capturing ancestor never reaches its target.
const d = document.createElement('div'), b = document.createElement('button');
d.append(b);
d.addEventListener('click', e => { console.log('captured'); e.stopPropagation(); }, true);
d.addEventListener('click', () => console.log('never'));
b.addEventListener('click', () => console.log('never'));
b.click();
console.log('end');
