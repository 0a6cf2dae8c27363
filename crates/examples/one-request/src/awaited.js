export async function letters(url) {
  const reply = await fetch(url);
  return (await reply.text()).length;
}
