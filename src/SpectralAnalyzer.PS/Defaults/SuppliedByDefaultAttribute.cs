namespace SpectralAnalyzer.PowerShell.Defaults;

/// <summary>Marks a parameter that a default of Set-SpectralDefault supplies if it is not stated.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SuppliedByDefaultAttribute : Attribute;
