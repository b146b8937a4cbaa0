using System.Collections.Concurrent;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Tests.Commands;

public sealed class PipelineQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Actions_run_on_the_pipeline_thread_in_order()
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var pipeline = Environment.CurrentManagedThreadId;
        var done = new List<(int Number, int Thread)>();

        queue.ProcessQueue(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                var number = i;
                if (i % 3 == 0)
                {
                    await queue.RunAsync(() => done.Add((number, Environment.CurrentManagedThreadId)));
                }
                else
                {
                    queue.Post(() => done.Add((number, Environment.CurrentManagedThreadId)));
                }
            }
        });

        Assert.Equal(Enumerable.Range(0, 100), done.Select(item => item.Number));
        Assert.All(done, item => Assert.Equal(pipeline, item.Thread));
    }

    [Fact]
    public void Worker_runs_on_another_thread()
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var worker = 0;

        queue.ProcessQueue(() =>
        {
            worker = Environment.CurrentManagedThreadId;
            return Task.CompletedTask;
        });

        Assert.NotEqual(0, worker);
        Assert.NotEqual(Environment.CurrentManagedThreadId, worker);
    }

    [Fact]
    public void RunAsync_completes_after_the_action()
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var steps = new ConcurrentQueue<string>();

        queue.ProcessQueue(async () =>
        {
            await queue.RunAsync(() => steps.Enqueue("work"));
            steps.Enqueue("after");
        });

        Assert.Equal(["work", "after"], steps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_awaits_an_action_continues_on_the_pipeline_thread_on_request(bool continueHere)
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var continued = 0;

        // The thread of a test has a synchronization context, which the thread of a pipeline does not have.
        var pipeline = await Task.Run(() =>
        {
            queue.ProcessQueue(async () =>
            {
                await queue.RunAsync(() => Thread.Sleep(50), continueHere);
                continued = Environment.CurrentManagedThreadId;
            });
            return Environment.CurrentManagedThreadId;
        });

        Assert.NotEqual(0, continued);
        Assert.Equal(continueHere, continued == pipeline);
    }

    [Fact]
    public async Task Actions_of_others_run_between_those_that_continue_on_the_pipeline_thread()
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var order = new ConcurrentQueue<int>();

        await Task.Run(() => queue.ProcessQueue(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                var number = i;
                await queue.RunAsync(() => order.Enqueue(2 * number), continueHere: true);
                queue.Post(() => order.Enqueue((2 * number) + 1));
            }
        }));

        Assert.Equal(Enumerable.Range(0, 2000), order);
    }

    [Fact]
    public void Concurrent_actions_are_all_run()
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var count = 0;

        queue.ProcessQueue(() => Task.WhenAll(Enumerable.Range(0, 32).Select(user => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                queue.Post(() => count++);
                await queue.RunAsync(() => count++);
            }
        }))));

        Assert.Equal(32 * 100 * 2, count);
    }

    [Fact]
    public void Exception_of_the_worker_is_rethrown()
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var thrown = new InvalidOperationException("of the worker");
        var written = false;

        var caught = Assert.Throws<InvalidOperationException>(() => queue.ProcessQueue(() =>
        {
            queue.Post(() => written = true);
            throw thrown;
        }));

        Assert.Same(thrown, caught);
        Assert.True(written, "What was handed over before the error was lost.");
    }

    [Fact]
    public void Exception_of_the_pipeline_ends_the_worker_and_is_rethrown()
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var thrown = new FormatException("of the pipeline");
        Exception? met = null;
        var ran = new List<string>();

        var caught = Assert.Throws<FormatException>(() => queue.ProcessQueue(async () =>
        {
            queue.Post(() => ran.Add("before"));
            queue.Post(() => throw thrown);
            queue.Post(() => ran.Add("after"));
            try
            {
                await Task.Delay(Patience, queue.Ending);
            }
            catch (OperationCanceledException exception)
            {
                met = exception;
                throw;
            }
        }));

        Assert.Same(thrown, caught);
        Assert.NotNull(met);
        Assert.Equal(["before"], ran);
    }

    [Fact]
    public void RunAsync_is_canceled_after_a_failed_action()
    {
        using var queue = new PipelineQueue(CancellationToken.None);
        var endings = new ConcurrentQueue<Exception>();

        Assert.Throws<FormatException>(() => queue.ProcessQueue(async () =>
        {
            foreach (var work in new Action[] { () => throw new FormatException(), () => Assert.Fail("This must not run any more.") })
            {
                try
                {
                    await queue.RunAsync(work);
                }
                catch (OperationCanceledException exception)
                {
                    endings.Enqueue(exception);
                }
            }
        }));

        Assert.Equal(2, endings.Count);
    }

    [Fact]
    public void Exception_of_the_pipeline_takes_precedence_over_the_workers()
    {
        using var queue = new PipelineQueue(CancellationToken.None);

        Assert.Throws<FormatException>(() => queue.ProcessQueue(async () =>
        {
            try
            {
                await queue.RunAsync(() => throw new FormatException());
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException("of the worker");
            }
        }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_ends_a_worker_that_waits_for_a_blocked_pipeline(bool continueHere)
    {
        using var stopping = new CancellationTokenSource();
        using var queue = new PipelineQueue(stopping.Token);
        using var blocked = new ManualResetEventSlim();
        using var downstream = new ManualResetEventSlim();
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pump = Task.Run(() => queue.ProcessQueue(async () =>
        {
            try
            {
                await queue.RunAsync(
                    () =>
                    {
                        blocked.Set();
                        downstream.Wait(Patience);
                    },
                    continueHere);
            }
            finally
            {
                ended.SetResult(Environment.CurrentManagedThreadId);
            }
        }));
        Assert.True(blocked.Wait(Patience));

        // The work must not continue on the thread that stops the command.
        var stopper = 0;
        var thread = new Thread(() =>
        {
            stopper = Environment.CurrentManagedThreadId;
            stopping.Cancel();
        });
        thread.Start();
        thread.Join();

        Assert.NotEqual(stopper, await ended.Task.WaitAsync(Patience));
        downstream.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pump.WaitAsync(Patience));
    }
}
