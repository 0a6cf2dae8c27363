// One listener on a list answers for all its items, also for one that was added later.
const ul = document.createElement('ul');
const add = text => { const li = document.createElement('li'); li.textContent = text; ul.append(li); return li; };
ul.addEventListener('click', e => console.log(e.target.textContent, e.currentTarget === ul));
const a = add('a');
a.click();
add('b').click();
ul.click();
