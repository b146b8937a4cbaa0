using System.Collections.Concurrent;
using VideoPlatforms.Common.Hosting;

namespace VideoPlatforms.Tests.Commands;

public sealed class PipelineQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Work_runs_on_the_pipeline_thread_in_the_order_in_which_it_was_handed_over()
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
    public void The_worker_runs_elsewhere()
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
    public void Handing_over_with_waiting_ends_when_the_work_is_done()
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

    [Fact]
    public void Everything_handed_over_side_by_side_is_done()
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
    public void What_the_worker_throws_comes_out_as_it_is()
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
    public void What_the_pipeline_throws_ends_the_worker_and_comes_out_as_it_is()
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
    public void Whoever_waits_for_work_that_failed_is_cancelled()
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
    public void The_pipelines_error_counts_whatever_the_worker_makes_of_it()
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

    [Fact]
    public async Task Stopping_frees_a_worker_that_waits_for_a_held_up_pipeline()
    {
        using var stopping = new CancellationTokenSource();
        using var queue = new PipelineQueue(stopping.Token);
        using var heldUp = new ManualResetEventSlim();
        using var downstream = new ManualResetEventSlim();
        var freed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pump = Task.Run(() => queue.ProcessQueue(async () =>
        {
            try
            {
                await queue.RunAsync(() =>
                {
                    heldUp.Set();
                    downstream.Wait(Patience);
                });
            }
            finally
            {
                freed.SetResult();
            }
        }));
        Assert.True(heldUp.Wait(Patience));

        await stopping.CancelAsync();

        await freed.Task.WaitAsync(Patience);
        downstream.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pump.WaitAsync(Patience));
    }
}
