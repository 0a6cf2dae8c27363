// What a page can hear of its failures, and failures that JavaScript alone can make.

/** A failure of this example: others that the page has meanwhile are not its. */
class OwnError extends Error {}

/**
 * Listens until it is asked what it has heard: uncaught errors, and unhandled rejections.
 */
export const listen = () => {
  const heard = { errors: 0, rejections: 0 };
  const about = new AbortController();
  const hear = (kind, of) =>
    addEventListener(
      kind,
      (event) => {
        if (!((event.error ?? event.reason) instanceof OwnError)) return;
        // It is the lesson, and no fault of this page.
        event.preventDefault();
        heard[of]++;
      },
      { signal: about.signal },
    );
  hear('error', 'errors');
  hear('unhandledrejection', 'rejections');
  return () => {
    about.abort();
    return [heard.errors, heard.rejections];
  };
};

/** Throws in a callback, when its caller has long returned. */
export const throwLater = () =>
  void setTimeout(() => {
    throw new OwnError('thrown in a callback');
  });

/** A promise that fails and that nothing awaits. */
export const rejectLater = () => void Promise.reject(new OwnError('rejected, and nobody awaits'));

/** A failure that is caught, and then forgotten. */
export const catchAndForget = async () => {
  try {
    await Promise.reject(new OwnError('caught, and forgotten'));
  } catch {
    // As one finds it in many programs.
  }
};
