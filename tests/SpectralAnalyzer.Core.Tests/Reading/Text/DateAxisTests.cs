using System.Globalization;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>A record over time is told from a spectrum where x has no name.</summary>
public sealed class DateAxisTests
{
    [Theory]
    [InlineData(45000.5, 0.0104166667, true)]
    [InlineData(1700000000, 60, true)]
    [InlineData(45000, 1, false)]
    [InlineData(30000, 1, false)]
    public void Serial_dates_with_a_time_of_day_are_told_and_whole_numbers_are_not(double start, double step, bool told)
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(
            i => string.Create(CultureInfo.InvariantCulture, $"{start + i * step:F6},{0.3 + 0.2 * Math.Sin(i * 0.1):F4}\n")));

        Assert.Equal(told, UnitWordsTests.Read("made.csv", text).Report.Issues.Any(i => i.Id == "TimeAxis"));
    }
}
