namespace VideoPlatforms.AllPlatforms.Inventories.Comparison;

/// <summary>What videos are paired by besides their IDs: platform, account and server, whatever the session is called.</summary>
internal static class AccountName
{
    /// <summary>Returns the account of a session. If only its name is known, the name takes the place of the account.</summary>
    public static string Of(VideoPlatformSession session) =>
        session.Reference.AccountAndServer is { } account ? $"{session.Platform} {account}" : $"{session.Platform}/{session.Reference.Name}";

    /// <summary>Returns the account of a video.</summary>
    public static string Of(Platform platform, VideoPlatformSession? session) => session is null ? platform.ToString() : Of(session);
}
