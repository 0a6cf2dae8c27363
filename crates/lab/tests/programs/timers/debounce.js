// A debounced function runs once after the last of several quick calls.
const debounce = (f, ms) => { let id; return v => { clearTimeout(id); id = setTimeout(f, ms, v); }; };
const save = debounce(v => console.log('saved', v), 120);
save('a');
setTimeout(() => { console.log('type b'); save('b'); }, 40);
setTimeout(() => console.log('nothing saved yet'), 100);
setTimeout(() => { console.log('type c'); save('c'); }, 400);
