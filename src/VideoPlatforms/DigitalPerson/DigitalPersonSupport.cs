using System.Security;
using VideoPlatforms.Clients.Common;
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
        (sandbox, options) => new DigitalPersonClient(sandbox.DigitalPerson.AppId, sandbox.DigitalPerson.GetSecret().ToSecureString(), sandbox.DigitalPerson.Account, options),
        (parameters, credentials, options) =>
        {
            options.BaseUri = credentials.Address(options.BaseUri, "BaseUri", "DIGITALPERSON_BASE_URI");
            return new DigitalPersonClient(
                credentials.Account(parameters.Get<string>("AppId"), "AppId", "DIGITALPERSON_APP_ID"),
                credentials.Secret(parameters.Get<SecureString>("AuthorizationText"), "AuthorizationText", "DIGITALPERSON_AUTHORIZATION_TEXT"),
                credentials.Optional(parameters.Get<string>("Account"), "Account"),
                options);
        },
        work => ((DigitalPersonWork)work).Status,
        work => work.Url)
    {
        AccountParameters = new Dictionary<string, Func<string, object>>
        {
            ["AppId"] = text => InputRules.HeaderText.Check(text, "AppId")!,
            ["Account"] = text => InputRules.HeaderText.Check(text, "Account")!,
        },
    };
}
