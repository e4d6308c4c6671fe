using System.Management.Automation;
using System.Security;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>
/// Takes the key of a service from the password of a PSCredential or from a SecureString, but not from plain text, which would
/// stay in histories and transcripts.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AiCredentialTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            AiKey key => key,
            PSCredential { Password.Length: > 0 } credential => new AiKey(credential.Password),
            SecureString { Length: > 0 } text => new AiKey(text),
            _ => throw new ArgumentTransformationMetadataException(
                "Use a PSCredential whose password is the key (Get-Credential), or a SecureString (Read-Host -AsSecureString). "
                + "Plain text is not accepted."),
        };
}
