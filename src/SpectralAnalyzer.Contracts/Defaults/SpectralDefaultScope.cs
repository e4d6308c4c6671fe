namespace SpectralAnalyzer;

/// <summary>Where a default applies.</summary>
public enum SpectralDefaultScope
{
    /// <summary>In this session of PowerShell, until it ends.</summary>
    Session,

    /// <summary>In all sessions of the user; a default of the session takes precedence.</summary>
    User,
}
