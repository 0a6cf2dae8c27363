const wait = async (ms) => {
  await new Promise((resolve) => setTimeout(resolve, ms));
};

/** Makes three promises, and awaits them sequentially: each has been running since it was made. */
export async function made_first_in_js(ms) {
  const first = wait(ms);
  const second = wait(ms);
  const third = wait(ms);
  await first;
  await second;
  await third;
}
