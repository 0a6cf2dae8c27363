// A timer made inside a timer starts counting then, so it comes after those made before for the same time.
setTimeout(() => { console.log('outer'); setTimeout(() => console.log('inner'), 10); }, 10);
setTimeout(() => console.log('sibling'), 10);
setTimeout(() => console.log('late'), 120);
