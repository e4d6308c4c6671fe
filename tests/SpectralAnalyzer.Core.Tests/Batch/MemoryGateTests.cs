using SpectralAnalyzer.Core.Batch;

namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class MemoryGateTests
{
    private const long MB = 1 << 20;

    private readonly FakeMemory _memory = new();

    [Fact]
    public async Task Files_wait_while_their_estimates_pass_the_limit_and_are_let_in_when_one_leaves()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        Assert.True(await Enter(gate, 200));
        var second = Enter(gate, 200);
        Assert.False(second.IsCompleted);
        gate.Leave(200 * MB);
        Assert.True(await second);
    }

    [Fact]
    public async Task Garbage_is_collected_before_a_file_is_let_in_that_would_pass_the_limit_with_it()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        Assert.True(await Enter(gate, 200));
        gate.Leave(200 * MB);
        _memory.Waste(250 * MB);
        Assert.True(await Enter(gate, 200));
        Assert.True(_memory.Collections > 0);
    }

    [Fact]
    public async Task Garbage_that_still_fits_is_left_to_the_runtime()
    {
        using var gate = MemoryGate.Start(1000 * MB, _memory);
        _memory.Waste(100 * MB);
        Assert.True(await Enter(gate, 200));
        Assert.Equal(0, _memory.Collections);
    }

    [Fact]
    public async Task A_file_that_does_not_fit_alone_is_refused_and_the_next_is_not()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        Assert.False(await Enter(gate, 401));
        Assert.True(await Enter(gate, 399));
    }

    [Fact]
    public async Task What_the_session_holds_meanwhile_is_no_longer_there_for_files()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        Assert.True(await Enter(gate, 300));
        gate.Leave(300 * MB);
        _memory.Keep(200 * MB);
        Assert.False(await Enter(gate, 300));
        Assert.True(await Enter(gate, 150));
    }

    [Fact]
    public async Task What_is_set_aside_for_graphs_is_not_there_for_files()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        gate.SetAside(150 * MB);
        Assert.False(await Enter(gate, 300));
        Assert.True(await Enter(gate, 240));
    }

    [Fact]
    public async Task A_stop_ends_the_waiting()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        using var stop = new CancellationTokenSource();
        Assert.True(await Enter(gate, 300));
        var second = gate.EnterAsync(300 * MB, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public void A_limit_that_is_not_stated_leaves_room_in_a_process_that_holds_much_already()
    {
        _memory.Keep(3000 * MB);
        using var gate = MemoryGate.Start(0, _memory);
        Assert.Equal(3600 * MB, gate.LimitBytes);
    }

    [Fact]
    public void The_peak_is_the_most_that_was_held()
    {
        using var gate = MemoryGate.Start(0, _memory);
        _memory.Waste(300 * MB);
        Assert.Equal(400 * MB, gate.PeakBytes);
        _memory.Collect();
        Assert.Equal(400 * MB, gate.PeakBytes);
    }

    private static Task<bool> Enter(MemoryGate gate, int megabytes) =>
        gate.EnterAsync(megabytes * MB, TestContext.Current.CancellationToken);
}
