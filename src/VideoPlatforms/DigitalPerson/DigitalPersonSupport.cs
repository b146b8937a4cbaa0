using VideoPlatforms.Clients.DigitalPerson;
using VideoPlatforms.Common.Credentials;
using VideoPlatforms.Common.Platforms;

namespace VideoPlatforms.DigitalPerson;

/// <summary>Adds digital-person works to the module.</summary>
internal static class DigitalPersonSupport
{
    /// <summary>The platform.</summary>
    public static readonly PlatformSupport Instance = new(
        DigitalPersonPlatform.Description,
        sandbox => sandbox.DigitalPerson,
        (sandbox, options) => new DigitalPersonClient(sandbox.DigitalPerson.AppId, sandbox.DigitalPerson.GetSecret().ToSecureString(), sandbox.DigitalPerson.Account, options));
}
