using System.Globalization;
using VideoPlatforms.Clients.Common;

namespace VideoPlatforms.Tests.Deserialization;

/// <summary>Values that were saved or sent: typed, as invariant text, or something else.</summary>
public sealed class PropertyReaderTests
{
    private static readonly DateTimeOffset Time = new(2025, 3, 1, 8, 30, 15, 123, TimeSpan.FromHours(8));

    [Fact]
    public void Value_that_is_missing_is_null()
    {
        var reader = new PropertyReader(_ => null);

        Assert.Null(reader["x"]);
        Assert.Null(reader.Text("x"));
        Assert.Null(reader.Whole("x"));
        Assert.Null(reader.Number("x"));
        Assert.Null(reader.Flag("x"));
        Assert.Null(reader.Time("x"));
        Assert.Null(reader.Span("x"));
        Assert.Null(reader.List("x"));
        Assert.Null(reader.Word<Platform>("x"));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Text_is_read_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new(culture);
        try
        {
            Assert.Equal(-1234, Of("-1234").Whole("x"));
            Assert.Equal(1.5, Of("1.5").Number("x"));
            Assert.Equal("1.5", Of(1.5).Text("x"));
            Assert.Equal(Time, Of(Time.ToString("O")).Time("x"));
            Assert.Equal(TimeSpan.FromSeconds(90.5), Of("00:01:30.5").Span("x"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Typed_values_stay_what_they_are()
    {
        Assert.Equal(7, Of(7).Whole("x"));
        Assert.Equal(7, Of(7.0).Whole("x"));
        Assert.Equal(7.5, Of(7.5).Number("x"));
        Assert.True(Of(true).Flag("x"));
        Assert.Equal(Time, Of(Time).Time("x"));
        Assert.Equal(Time.Offset, Of(Time).Time("x")!.Value.Offset);
        Assert.Equal(new(Time.UtcDateTime), Of(Time.UtcDateTime).Time("x"));
        Assert.Equal(TimeSpan.FromMinutes(2), Of(TimeSpan.FromMinutes(2)).Span("x"));
        Assert.Equal(["a", "b"], Of(new object?[] { "a", null, "b" }).List("x"));
    }

    [Fact]
    public void List_of_one_text_is_read_as_it_prints() => Assert.Equal(["a", "b"], Of("a; b;").List("x"));

    [Theory]
    [InlineData("Yes", null)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    public void Flag_is_true_or_false(string text, bool? flag) => Assert.Equal(flag, Of(text).Flag("x"));

    [Theory]
    [InlineData("qushipin", Platform.Qushipin)]
    [InlineData("Youtube", null)]
    [InlineData("99", null)]
    public void Word_is_one_of_the_enumeration(string text, Platform? platform) => Assert.Equal(platform, Of(text).Word<Platform>("x"));

    [Fact]
    public void What_is_no_number_time_or_length_is_null()
    {
        Assert.Null(Of("12x").Whole("x"));
        Assert.Null(Of("1,5").Number("x"));
        Assert.Null(Of("01.03.2025 08:30").Time("x"));
        Assert.Null(Of("soon").Span("x"));
        Assert.Null(Of(new object()).Whole("x"));
        Assert.Null(Of(new object()).List("x"));
    }

    private static PropertyReader Of(object value) => new(_ => value);

    [Fact]
    public void Number_that_does_not_fit_is_null()
    {
        var reader = new PropertyReader(name => name switch { "Large" => 1e300, "NaN" => double.NaN, "Time" => DateTime.UnixEpoch, _ => null });

        Assert.Null(reader.Whole("Large"));
        Assert.Null(reader.Whole("NaN"));
        Assert.Null(reader.Whole("Time"));
        Assert.Null(reader.Number("Time"));
    }

    [Fact]
    public void Several_names_are_not_a_value() => Assert.Null(new PropertyReader(_ => "PolyvLive,Chanjing").Word<Platform>("Platform"));
}
