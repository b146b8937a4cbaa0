using System.Collections;

namespace VideoPlatforms.Common.Platforms;

/// <summary>Contains the values of the parameters that only one platform's Connect cmdlet has, by name.</summary>
internal sealed class ConnectParameters : IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> _values = [];

    /// <summary>Adds the value of a parameter. A parameter that is not specified has no value.</summary>
    public void Add(string name, object? value)
    {
        if (value is not null)
        {
            _values[name] = value;
        }
    }

    /// <summary>Returns the value of a parameter; null if it is not specified.</summary>
    public T? Get<T>(string name)
        where T : class => _values.TryGetValue(name, out var value) ? (T)value : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
