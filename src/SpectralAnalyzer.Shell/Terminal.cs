using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SpectralAnalyzer.Shell;

/// <summary>What the console at hand can do.</summary>
internal static partial class Terminal
{
    private const int WidthOfAFile = 120;
    private const int StandardOutput = -11;
    private const uint VirtualTerminalProcessing = 4;

    public static bool OutputIsLive { get; } = !Console.IsOutputRedirected && !IsDumb;

    public static bool ErrorIsLive { get; } = !Console.IsErrorRedirected && !IsDumb;

    /// <summary>Columns of the window; where the output goes to a file or a pipe, those of COLUMNS, else 120.</summary>
    public static int Width
    {
        get
        {
            if (!Console.IsOutputRedirected && Console.WindowWidth is var width and > 0)
                return width;
            return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
                ? columns
                : WidthOfAFile;
        }
    }

    public static int Height => !Console.IsOutputRedirected && Console.WindowHeight is var height and > 0 ? height : 50;

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Lets the console take UTF-8 and, on Windows, escape sequences.</summary>
    public static void Prepare()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows() && OutputIsLive)
        {
            var console = GetStdHandle(StandardOutput);
            if (GetConsoleMode(console, out var mode))
                _ = SetConsoleMode(console, mode | VirtualTerminalProcessing);
        }
    }

    [LibraryImport("kernel32.dll")]
    private static partial IntPtr GetStdHandle(int handle);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(IntPtr console, out uint mode);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(IntPtr console, uint mode);
}
