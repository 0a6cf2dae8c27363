// Many changes in one turn lead to a single flush in a microtask, and a later change to another.
let planned = false; const changes = [];
function change(x) { changes.push(x); if (!planned) { planned = true; queueMicrotask(() => { planned = false; console.log('flush', changes.splice(0).join()); }); } }
change('a'); change('b');
setTimeout(() => { change('c'); change('d'); console.log('timer over'); }, 20);
console.log('sync over');
