using System.Buffers.Binary;
using System.Text;

namespace SpectralAnalyzer.Core.Tests.Reading.Excel;

/// <summary>Writes small made-up workbooks of Excel 97 ([MS-XLS]): a cell is a number, a text or null.</summary>
internal static class MadeUpXls
{
    private const int Version8 = 0x0600;
    private const int Globals = 5;
    private const int Worksheet = 16;

    public static byte[] Create(params ReadOnlySpan<(string Name, object?[][] Rows)> sheets) =>
        MadeUpCompoundFile.Of(("Workbook", Stream(sheets)));

    /// <summary>The stream of the workbook, whose first record may be of another version.</summary>
    public static byte[] Stream(
        ReadOnlySpan<(string Name, object?[][] Rows)> sheets, int version = Version8, bool encrypted = false)
    {
        var parts = new List<byte[]>();
        foreach (var (_, rows) in sheets)
            parts.Add(Sheet(rows));
        byte[] protection = encrypted ? Record(0x2F, [0, 0, 1, 2, 3, 4]) : [];
        var place = Beginning(Globals, version).Length + protection.Length + Record(0x0A).Length;
        foreach (var (name, _) in sheets)
            place += Bound(0, name).Length;
        byte[] globals = [.. Beginning(Globals, version), .. protection];
        for (var i = 0; i < parts.Count; i++)
        {
            globals = [.. globals, .. Bound(place, sheets[i].Name)];
            place += parts[i].Length;
        }

        return [.. globals, .. Record(0x0A), .. parts.SelectMany(part => part)];
    }

    public static byte[] Record(int id, params ReadOnlySpan<byte> bytes) => [.. I16(id), .. I16(bytes.Length), .. bytes];

    private static byte[] Sheet(object?[][] rows)
    {
        var width = rows.Length == 0 ? 0 : rows.Max(row => row.Length);
        var cells = rows.SelectMany((row, r) => row.SelectMany((cell, c) => Cell(r, c, cell)));
        return
        [
            .. Beginning(Worksheet, Version8),
            .. Record(0x0200, [.. I32(0), .. I32(rows.Length), .. I16(0), .. I16(width), 0, 0]),
            .. cells,
            .. Record(0x0A),
        ];
    }

    private static byte[] Beginning(int kind, int version) =>
        Record(0x0809, [.. I16(version), .. I16(kind), .. I16(0x0DBB), .. I16(0x07CC), .. I32(0), .. I32(6)]);

    private static byte[] Bound(int place, string name) =>
        Record(0x0085, [.. I32(place), 0, 0, (byte)name.Length, 0, .. Encoding.Latin1.GetBytes(name)]);

    private static byte[] Cell(int row, int column, object? cell)
    {
        byte[] at = [.. I16(row), .. I16(column), .. I16(0)];
        return cell switch
        {
            null => [],
            string text => Record(0x0204, [.. at, .. I16(text.Length), 0, .. Encoding.Latin1.GetBytes(text)]),
            // a whole number in four bytes
            int number => Record(0x027E, [.. at, .. I32((number << 2) | 2)]),
            double number => Record(0x0203, [.. at, .. BitConverter.GetBytes(number)]),
            _ => throw new ArgumentException($"{cell} is no cell."),
        };
    }

    private static byte[] I16(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] I32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
