// Many requests guarded by a flag lead to one update in the frame with the last state.
let planned = false, state = 0;
function update() { if (planned) return; planned = true; requestAnimationFrame(() => { planned = false; console.log('draw', state); }); }
for (let i = 1; i <= 3; i++) { state = i; console.log('change', i); update(); }
