using System.Net;
using System.Security;

namespace VideoPlatforms.Common.Credentials;

/// <summary>Converts text to a SecureString.</summary>
internal static class SecureStrings
{
    /// <summary>The text as a SecureString.</summary>
    public static SecureString ToSecureString(this string text) => new NetworkCredential("", text).SecurePassword;
}
