using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Tests.Reading;

public sealed class WrittenUnitsTests
{
    public static TheoryData<AxisUnit> Units => [.. Enum.GetValues<AxisUnit>().Except([AxisUnit.Other])];

    public static TheoryData<OrdinateKind> Kinds => [.. Enum.GetValues<OrdinateKind>().Except([OrdinateKind.Other])];

    [Theory]
    [MemberData(nameof(Units))]
    public void The_words_of_a_unit_are_read_as_this_unit(AxisUnit unit) =>
        Assert.Equal(unit, UnitWords.ToAxis(UnitWords.FromAxis(new SpectralAxis(unit)), isRaman: false).Unit);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_words_of_a_quantity_are_read_as_this_quantity(OrdinateKind kind) =>
        Assert.Equal(kind, UnitWords.ToOrdinate(UnitWords.FromOrdinate(new SpectralOrdinate(kind))).Kind);

    [Fact]
    public void What_has_no_words_of_its_own_keeps_its_label()
    {
        Assert.Equal("GHz", UnitWords.FromAxis(new SpectralAxis(AxisUnit.Other, "GHz")));
        Assert.Equal("dB", UnitWords.FromOrdinate(new SpectralOrdinate(OrdinateKind.Other, "dB")));
    }
}
