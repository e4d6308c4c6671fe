namespace SpectralAnalyzer.Core.Reading;

/// <summary>The type of a number in a binary file.</summary>
internal enum NumberType
{
    UInt8,
    Int8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    Float32,
    Float64,
}

/// <summary>The sizes of the types.</summary>
internal static class NumberTypeSizes
{
    /// <summary>Returns the number of bytes.</summary>
    internal static int Size(this NumberType type) => type switch
    {
        NumberType.UInt8 or NumberType.Int8 => 1,
        NumberType.Int16 or NumberType.UInt16 => 2,
        NumberType.Int64 or NumberType.Float64 => 8,
        _ => 4,
    };
}
