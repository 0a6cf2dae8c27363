// A console program of .NET 8. Shown, and not run: no browser runs C# by itself.
using System.Collections.Concurrent;
using System.Diagnostics;

static async Task<List<string>> Callback()
{
    // The timer calls on a thread of the pool.
    var said = new ConcurrentQueue<string>(["asked"]);
    var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using var timer = new Timer(_ =>
    {
        said.Enqueue("called back");
        done.SetResult();
    }, null, 10, Timeout.Infinite);
    said.Enqueue("went on");
    await done.Task;
    return [.. said];
}

static async Task<List<string>> Later()
{
    var promise = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
    var said = new List<string> { promise.Task.IsCompleted ? "there" : "pending" };
    promise.SetResult(42);
    said.Add((await promise.Task).ToString());
    return said;
}

static async Task<List<string>> Beside()
{
    var said = new ConcurrentQueue<string>();
    async Task Work()
    {
        await Task.Delay(10);
        said.Enqueue("worked");
    }
    // The task is hot: it has begun when the call returns.
    var begun = Work();
    said.Enqueue("went on");
    await begun;
    return [.. said];
}

static async Task<List<string>> Awaited()
{
    var said = new List<string>();
    foreach (var step in new[] { "one", "two" })
    {
        await Task.Delay(10);
        said.Add(step);
    }
    return said;
}

static async Task<string> After(int ms, string what)
{
    await Task.Delay(ms);
    return what;
}

static async Task<List<string>> Join() =>
    [.. await Task.WhenAll(After(20, "slow"), After(10, "quick"))];

static async Task<List<string>> Select() =>
    [await await Task.WhenAny(After(40, "slow"), After(10, "quick"))];

static async Task<List<string>> Cancel()
{
    var said = new List<string>();
    using var stop = new CancellationTokenSource();
    async Task Work(CancellationToken token)
    {
        await Task.Delay(10, token);
        said.Add("too late");
    }
    var begun = Work(stop.Token);
    stop.Cancel();
    try { await begun; } catch (OperationCanceledException) { said.Add("stopped"); }
    return said;
}

static async Task<List<string>> Lock()
{
    var count = 0;
    using var guard = new SemaphoreSlim(1);
    async Task Add()
    {
        await guard.WaitAsync();
        try
        {
            var read = count;
            await Task.Delay(10);
            count = read + 1;
        }
        finally { guard.Release(); }
    }
    await Task.WhenAll(Add(), Add());
    return [count.ToString()];
}

static async Task<List<string>> Slept()
{
    var begin = Stopwatch.StartNew();
    await Task.Delay(20);
    return [begin.ElapsedMilliseconds >= 19 ? "slept" : "woke early"];
}

foreach (var (name, idea) in new (string, Func<Task<List<string>>>)[]
{
    ("callback", Callback), ("later", Later), ("task", Beside), ("await", Awaited), ("join", Join),
    ("select", Select), ("cancel", Cancel), ("lock", Lock), ("sleep", Slept),
})
{
    Console.WriteLine($"{name}: {string.Join(", ", await idea())}");
}
