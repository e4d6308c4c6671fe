using SpectralAnalyzer.Core.Batch;

namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class MemoryGateTests
{
    private const long MB = 1 << 20;

    private readonly FakeMemory _memory = new();

    [Fact]
    public async Task FilesWaitWhileTheirEstimatesPassTheLimitAndAreLetInWhenOneLeaves()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        Assert.True(await Enter(gate, 200));
        var second = Enter(gate, 200);
        Assert.False(second.IsCompleted);
        gate.Leave(200 * MB);
        Assert.True(await second);
    }

    [Fact]
    public async Task GarbageIsCollectedBeforeAFileIsLetInThatWouldPassTheLimitWithIt()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        Assert.True(await Enter(gate, 200));
        gate.Leave(200 * MB);
        _memory.Waste(250 * MB);
        Assert.True(await Enter(gate, 200));
        Assert.True(_memory.Collections > 0);
    }

    [Fact]
    public async Task GarbageThatStillFitsIsLeftToTheRuntime()
    {
        using var gate = MemoryGate.Start(1000 * MB, _memory);
        _memory.Waste(100 * MB);
        Assert.True(await Enter(gate, 200));
        Assert.Equal(0, _memory.Collections);
    }

    [Fact]
    public async Task AFileThatDoesNotFitAloneIsRefusedAndTheNextIsNot()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        Assert.False(await Enter(gate, 401));
        Assert.True(await Enter(gate, 399));
    }

    [Fact]
    public async Task WhatTheSessionHoldsMeanwhileIsNoLongerThereForFiles()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        Assert.True(await Enter(gate, 300));
        gate.Leave(300 * MB);
        _memory.Keep(200 * MB);
        Assert.False(await Enter(gate, 300));
        Assert.True(await Enter(gate, 150));
    }

    [Fact]
    public async Task WhatIsSetAsideForGraphsIsNotThereForFiles()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        gate.SetAside(150 * MB);
        Assert.False(await Enter(gate, 300));
        Assert.True(await Enter(gate, 240));
    }

    [Fact]
    public async Task AStopEndsTheWaiting()
    {
        using var gate = MemoryGate.Start(500 * MB, _memory);
        using var stop = new CancellationTokenSource();
        Assert.True(await Enter(gate, 300));
        var second = gate.EnterAsync(300 * MB, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public void ALimitThatIsNotStatedLeavesRoomInAProcessThatHoldsMuchAlready()
    {
        _memory.Keep(3000 * MB);
        using var gate = MemoryGate.Start(0, _memory);
        Assert.Equal(3600 * MB, gate.LimitBytes);
    }

    [Fact]
    public void ThePeakIsTheMostThatWasHeld()
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
