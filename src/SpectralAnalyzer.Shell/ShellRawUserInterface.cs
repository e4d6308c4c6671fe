using System.Management.Automation.Host;

namespace SpectralAnalyzer.Shell;

/// <summary>The console as a grid of cells: its size, which formatting needs; its cells are out of reach here.</summary>
internal sealed class ShellRawUserInterface : PSHostRawUserInterface
{
    private const string NoCells = "This shell does not address the cells of the console.";

    public override ConsoleColor ForegroundColor
    {
        get => Console.ForegroundColor;
        set => Console.ForegroundColor = value;
    }

    public override ConsoleColor BackgroundColor
    {
        get => Console.BackgroundColor;
        set => Console.BackgroundColor = value;
    }

    public override Size BufferSize
    {
        get => new(Terminal.Width, Terminal.Height);
        set => throw new NotSupportedException(NoCells);
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw new NotSupportedException(NoCells);
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Coordinates CursorPosition
    {
        get => Console.IsOutputRedirected ? default : new(Console.CursorLeft, Console.CursorTop);
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle { get; set; } = "SpectralAnalyzer.Shell";

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        var key = Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException(NoCells);

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException(NoCells);

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException(NoCells);

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new NotSupportedException(NoCells);
}
