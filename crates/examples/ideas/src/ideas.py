"""Nine ideas of asynchronous programming, with asyncio. Prints what each did, a line each."""

import asyncio
import time


async def callback():
    said = ["asked"]
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def called():
        said.append("called back")
        done.set_result(None)

    loop.call_later(0.01, called)
    said.append("went on")
    await done
    return said


async def later():
    future = asyncio.get_running_loop().create_future()
    said = ["there" if future.done() else "pending"]
    future.set_result(42)
    said.append(await future)
    return said


async def task():
    said = []

    async def work():
        await asyncio.sleep(0.01)
        said.append("worked")

    begun = asyncio.create_task(work())
    said.append("went on")
    await begun
    return said


async def awaited():
    said = []
    for step in ["one", "two"]:
        await asyncio.sleep(0.01)
        said.append(step)
    return said


async def after(seconds, what):
    await asyncio.sleep(seconds)
    return what


async def join():
    return await asyncio.gather(after(0.02, "slow"), after(0.01, "quick"))


async def select():
    both = [asyncio.create_task(after(0.04, "slow")), asyncio.create_task(after(0.01, "quick"))]
    done, others = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    for other in others:
        other.cancel()
    return [task.result() for task in done]


async def cancel():
    said = []

    async def work():
        await asyncio.sleep(0.01)
        said.append("too late")

    begun = asyncio.create_task(work())
    await asyncio.sleep(0)
    begun.cancel()
    try:
        await begun
    except asyncio.CancelledError:
        said.append("stopped")
    await asyncio.sleep(0.03)
    return said


async def lock():
    count = 0
    guard = asyncio.Lock()

    async def add():
        nonlocal count
        async with guard:
            read = count
            await asyncio.sleep(0.01)
            count = read + 1

    await asyncio.gather(add(), add())
    return [count]


async def slept():
    begin = time.perf_counter()
    await asyncio.sleep(0.02)
    return ["slept" if time.perf_counter() - begin >= 0.019 else "woke early"]


async def begun_unasked():
    """Whether work begins before it is awaited: as a coroutine, and as a task."""
    answers = []
    for made_by in [lambda coroutine: coroutine, asyncio.create_task]:
        begun = False

        async def work():
            nonlocal begun
            begun = True

        made = made_by(work())
        await asyncio.sleep(0.01)
        answers.append("yes" if begun else "no")
        await made
    return answers


async def main():
    ideas = {
        "callback": callback,
        "later": later,
        "task": task,
        "await": awaited,
        "join": join,
        "select": select,
        "cancel": cancel,
        "lock": lock,
        "sleep": slept,
        "begun unasked": begun_unasked,
    }
    for name, idea in ideas.items():
        print(f"{name}: {', '.join(map(str, await idea()))}")


asyncio.run(main())
