namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Represents an element of the list of accounts as it stands in the file.</summary>
/// <param name="Number">The number of the element, from 1.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
internal sealed record AccountRow(int Number, int Line)
{
    /// <summary>Gets the values in the order of the file.</summary>
    public List<AccountValue> Values { get; } = [];

    /// <summary>Finds a value by its key; null if there is none.</summary>
    public AccountValue? Find(string name) => Values.Find(value => value.Name == name);
}
