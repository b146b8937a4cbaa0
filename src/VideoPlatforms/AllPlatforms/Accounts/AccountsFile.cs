using System.Globalization;
using System.Text.Json;
using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Reads an accounts file. It is valid as a whole or not at all.</summary>
internal static class AccountsFile
{
    /// <summary>The environment variable that names the file if no path is specified.</summary>
    public const string Variable = "VIDEOPLATFORMS_ACCOUNTS";

    /// <summary>Returns the path of the file.</summary>
    /// <param name="given">The path that the user specifies; null for the one of the environment variable.</param>
    /// <exception cref="CommandException">There is none.</exception>
    public static string Find(string? given) =>
        given
        ?? (Environment.GetEnvironmentVariable(Variable) is { } path && !string.IsNullOrWhiteSpace(path)
            ? path
            : throw new CommandException(
                "VideoPlatforms.AccountsFileNotFound", PlatformErrorCategory.ObjectNotFound, CommandMessages.AccountsNoPath.With(Variable), CommandMessages.AccountsNoPathDo.With(Variable)));

    /// <summary>Returns the accounts of a profile in the order of the file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="profile">The profile; null for all accounts.</param>
    /// <exception cref="CommandException">The file cannot be read or is invalid, or there is no such profile.</exception>
    public static IReadOnlyList<AccountEntry> Read(string path, string? profile)
    {
        var problems = new AccountProblems(path);
        var entries = AccountsJson.Read(ReadText(path), problems).Select(row => ReadEntry(row, problems)).OfType<AccountEntry>().ToList();
        var chosen = entries.Where(entry => profile is null || string.Equals(entry.Profile, profile, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var same in chosen.GroupBy(entry => entry.ToString(), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            problems.Add(same.Last().Line, CommandMessages.AccountsDuplicate.With(same.Key, same.First().Line));
        }

        problems.ThrowIfAny();
        return chosen.Count > 0 || profile is null ? chosen : throw NoProfile(path, profile, entries);
    }

    /// <summary>Returns the names of the profiles; none if the file cannot be read.</summary>
    public static IReadOnlyList<string> Profiles(string path)
    {
        try
        {
            return [.. AccountsJson.Read(ReadText(path), new(path)).Select(row => row.Find(AccountSettings.Profile)?.Content).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        catch (CommandException)
        {
            return [];
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(
                "VideoPlatforms.AccountsFileNotFound", PlatformErrorCategory.ObjectNotFound, CommandMessages.AccountsNotRead.With(path, exception.Message), CommandMessages.AccountsNotReadDo.With(Variable), exception);
        }
    }

    private static AccountEntry? ReadEntry(AccountRow row, AccountProblems problems)
    {
        foreach (var value in row.Values.Where(value => value.HasUserInfo))
        {
            problems.AddSecret(row, value.Line, value.Name);
        }

        if (row.Find(AccountSettings.Platform) is not { } platform)
        {
            problems.Add(row, row.Line, CommandMessages.AccountsPlatformMissing.With(Platforms));
            return null;
        }

        if (platform.Kind != JsonTokenType.String || PlatformRegistry.Find(platform.Content) is not { } known || int.TryParse(platform.Content, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            problems.Add(row, platform.Line, CommandMessages.AccountsPlatformUnknown.With(AccountProblems.Shown(platform.Content), Platforms));
            return null;
        }

        var entry = new AccountEntry(SupportedPlatforms.Of(known), row.Line);
        foreach (var value in row.Values.Where(value => !value.HasUserInfo))
        {
            Apply(entry, value, row, problems);
        }

        return entry;
    }

    private static void Apply(AccountEntry entry, AccountValue value, AccountRow row, AccountProblems problems)
    {
        var key = AccountProblems.Shown(value.Name);
        try
        {
            if (!AccountSettings.Apply(entry, value))
            {
                problems.Add(row, value.Line, CommandMessages.AccountsKeyUnknown.With(key, entry.Support.Platform, string.Join(", ", AccountSettings.KeysOf(entry.Support))));
            }
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            problems.Add(row, value.Line, CommandMessages.AccountsValueInvalid.With(key, Reason(exception)));
        }
    }

    // The first line: .NET adds the name of a parameter and the value on further lines.
    private static string Reason(Exception exception) => exception.Message.Split('\r', '\n')[0].Replace($" (Parameter '{(exception as ArgumentException)?.ParamName}')", "");

    private static string Platforms => string.Join(", ", SupportedPlatforms.All.Select(platform => platform.Platform));

    private static CommandException NoProfile(string path, string profile, IEnumerable<AccountEntry> entries) =>
        new(
            "VideoPlatforms.ProfileNotFound",
            PlatformErrorCategory.ObjectNotFound,
            CommandMessages.AccountsNoProfile.With(
                path,
                AccountProblems.Shown(profile),
                string.Join(", ", entries.Select(entry => entry.Profile).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(AccountProblems.Shown))),
            CommandMessages.AccountsNoProfileDo);
}
