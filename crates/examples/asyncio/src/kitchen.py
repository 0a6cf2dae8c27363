"""Four tasks on the loop of asyncio, told line by line; with the word `blocking`, one of them blocks its thread."""

import asyncio
import sys
import threading
import time

UNIT = 0.06
told = []
threads = set()
late = 0.0


def tell(line):
    told.append(line)
    threads.add(threading.get_ident())


async def dish(name, *pauses):
    global late
    tell(f"{name} begins")
    for nth, pause in enumerate(pauses, start=1):
        due = time.perf_counter() + pause * UNIT
        await asyncio.sleep(pause * UNIT)
        if pause:  # What only gives way asks for no time.
            late = max(late, time.perf_counter() - due)
        tell(f"{name} has waited {nth}")
    tell(f"{name} ends")


async def grill(blocking):
    tell("grill begins")
    if blocking:
        time.sleep(3.3 * UNIT)
    else:
        await asyncio.sleep(3.3 * UNIT)
    tell("grill ends")


async def main(blocking):
    tea = asyncio.create_task(dish("tea", 1, 1))
    tell("cook goes on")
    await asyncio.sleep(0)
    tell("cook has had a turn")
    await asyncio.gather(dish("egg", 0, 1.5), dish("toast", 0.5, 2), grill(blocking))
    await tea
    tell("cook ends")


begin = time.perf_counter()
asyncio.run(main("blocking" in sys.argv))
print("\n".join(told))
print(f"# {len(threads)} threads, {(time.perf_counter() - begin) * 1000:.0f} ms in all, {late * 1000:.0f} ms late at most")
