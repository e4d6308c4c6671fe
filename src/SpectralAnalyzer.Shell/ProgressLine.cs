using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace SpectralAnalyzer.Shell;

/// <summary>Draws progress as one line that stays below the output. Its owner calls it under a lock.</summary>
internal sealed class ProgressLine(TextWriter writer)
{
    private const int BarWidth = 20;

    // A terminal echoes ^C behind the line, which must not wrap.
    private const int RoomForInterrupt = 3;
    private const string EraseLine = "\r\u001b[K";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private string _drawn = "";
    private int _activity;
    private long _drawnAt;

    /// <summary>Shows an activity, at most ten times a second; the activities within another one are left out.</summary>
    /// <param name="record">How far it is.</param>
    public void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            if (record.ActivityId == _activity)
                Hide();
            return;
        }

        if (record.ParentActivityId >= 0 || (_drawn.Length > 0 && Stopwatch.GetElapsedTime(_drawnAt) < Interval))
            return;
        var line = Compose(record, Terminal.Width - RoomForInterrupt);
        if (line == _drawn)
            return;
        writer.Write(EraseLine + line);
        writer.Flush();
        _drawn = line;
        _activity = record.ActivityId;
        _drawnAt = Stopwatch.GetTimestamp();
    }

    /// <summary>Makes room for output.</summary>
    public void Hide()
    {
        if (_drawn.Length == 0)
            return;
        writer.Write(EraseLine);
        writer.Flush();
        _drawn = "";
    }

    private static string Compose(ProgressRecord record, int width)
    {
        var line = new StringBuilder(record.Activity);
        if (record.PercentComplete is var percent and >= 0)
        {
            var full = Math.Min(percent, 100) * BarWidth / 100;
            line.Append(" [").Append('#', full).Append('.', BarWidth - full)
                .Append(CultureInfo.InvariantCulture, $"] {percent,3} %");
        }

        Append(line, record.StatusDescription);
        if (record.SecondsRemaining >= 0)
            Append(line, TimeSpan.FromSeconds(record.SecondsRemaining).ToString("c", CultureInfo.InvariantCulture) + " left");
        Append(line, record.CurrentOperation);
        line.Replace('\r', ' ').Replace('\n', ' ');
        return line.Length <= width ? line.ToString() : line.ToString(0, Math.Max(0, width - 1)) + "…";
    }

    private static void Append(StringBuilder line, string? part)
    {
        if (!string.IsNullOrWhiteSpace(part))
            line.Append("  ").Append(part);
    }
}
