// Array forEach does not wait for an async callback, so all rounds begin before any goes on.
[1, 2, 3].forEach(async n => {
  console.log('begin', n);
  await null;
  console.log('end', n);
});
console.log('after forEach');
