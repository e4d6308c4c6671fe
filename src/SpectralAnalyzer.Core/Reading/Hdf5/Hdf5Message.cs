namespace SpectralAnalyzer.Core.Reading.Hdf5;

/// <summary>A message of an object header.</summary>
/// <param name="Type">Its type.</param>
/// <param name="At">Where its data begin in the file.</param>
/// <param name="Length">The bytes of its data.</param>
/// <param name="IsShared">True where the data stand elsewhere.</param>
internal readonly record struct Hdf5Message(int Type, long At, int Length, bool IsShared);

/// <summary>The type of the elements of a dataset or an attribute.</summary>
/// <param name="Class">0 whole numbers, 1 floating point, 3 text, 9 text of any length; others are not read.</param>
/// <param name="Size">The bytes of an element.</param>
/// <param name="IsBigEndian">True where the high byte comes first.</param>
/// <param name="IsSigned">True for whole numbers with a sign.</param>
/// <param name="IsText">True for text of any length.</param>
internal readonly record struct Hdf5Type(int Class, int Size, bool IsBigEndian, bool IsSigned, bool IsText)
{
    /// <summary>Gets the type of the numbers; null where they are none that is read.</summary>
    internal NumberType? Number => (Class, Size, IsSigned) switch
    {
        (0, 1, true) => NumberType.Int8,
        (0, 1, false) => NumberType.UInt8,
        (0, 2, true) => NumberType.Int16,
        (0, 2, false) => NumberType.UInt16,
        (0, 4, true) => NumberType.Int32,
        (0, 4, false) => NumberType.UInt32,
        (0, 8, _) => NumberType.Int64,
        (1, 4, _) => NumberType.Float32,
        (1, 8, _) => NumberType.Float64,
        _ => null,
    };

    public override string ToString() => Class switch
    {
        0 => Invariant($"{(IsSigned ? "int" : "uint")}{8 * Size}"),
        1 => Invariant($"float{8 * Size}"),
        3 or 9 => "text",
        6 => "compound",
        7 => "reference",
        8 => "enumeration",
        _ => Invariant($"class {Class}"),
    };
}
