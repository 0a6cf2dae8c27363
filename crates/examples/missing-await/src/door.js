let noted = 0;

/** Notes who asks, and says no. */
const mayEnter = async (user) => {
  noted += 1;
  await new Promise((resolve) => setTimeout(resolve, 0));
  return false;
};

/** How many of so many users are let in, and how many checks were noted. */
export async function let_in_js(users, forgotten) {
  noted = 0;
  let granted = 0;
  for (let user = 0; user < users; user++) {
    if (forgotten) {
      if (mayEnter(user)) granted += 1; // a promise is true
    } else {
      if (await mayEnter(user)) granted += 1;
    }
  }
  return [granted, noted];
}
