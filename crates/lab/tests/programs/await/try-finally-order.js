// The finally block runs after the awaited part of try and before the promise of the function settles.
async function f() {
  try { console.log('try'); await null; console.log('try again'); return 'result'; }
  finally { console.log('finally'); }
}
f().then(v => console.log(v));
console.log('caller');
