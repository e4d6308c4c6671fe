using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// What is stored of a spectrum beside its row. A row holds (y − <see cref="Mean"/>) / <see cref="Norm"/> from
/// <see cref="First"/> to <see cref="Last"/> and zeros beside: its mean is 0 and its length 1.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct LibraryRecord
{
    internal const int Length = 72;

    internal double Mean { get; init; }

    internal double Norm { get; init; }

    /// <summary>Gets the index of the first point that it covers.</summary>
    internal int First { get; init; }

    /// <summary>Gets the index of the last point that it covers.</summary>
    internal int Last { get; init; }

    /// <summary>Gets a number that is the same for the same name.</summary>
    internal int NameNumber { get; init; }

    internal int TextLength { get; init; }

    internal long TextOffset { get; init; }

    /// <summary>Gets the sum of the row, which rounding leaves a little beside 0.</summary>
    internal double Sum { get; init; }

    /// <summary>Gets the sum of the squares of the row.</summary>
    internal double Squares { get; init; }

    /// <summary>Gets the smallest value of the row.</summary>
    internal double Minimum { get; init; }

    /// <summary>Gets the sum of the squares of the differences between neighboring points of the row.</summary>
    internal double DifferenceSquares { get; init; }
}
